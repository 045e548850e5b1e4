namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>As the API names them.</summary>
internal enum ParameterType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Text with commas.</summary>
    StringList,

    /// <summary>Text that is shown only to who asks for decryption.</summary>
    SecureString,
}
