namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

internal enum MentionKind
{
    /// <summary><c>Ref</c>, or a name in <c>Fn::Sub</c>: a parameter, pseudo-parameter or resource.</summary>
    Value,

    /// <summary><c>Fn::GetAtt</c>, or a name with a dot in <c>Fn::Sub</c>: a resource.</summary>
    Attribute,

    /// <summary><c>Fn::FindInMap</c></summary>
    Mapping,

    /// <summary><c>Fn::If</c>, or <c>Condition</c> among conditions.</summary>
    Condition,
}
