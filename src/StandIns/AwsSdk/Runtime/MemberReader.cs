namespace Amazon.Runtime;

/// <summary>Reads the member whose element the answer stands on, or leaves it.</summary>
internal delegate void MemberReader<in T>(XmlAnswer answer, string member, T into);
