namespace InstanceScheduler.Aws.Tests.Services.Ec2.Listing;

/// <summary>Gives its bytes in pieces of up to some size, as a network may.</summary>
internal sealed class TricklingStream(byte[] bytes, int most) : MemoryStream(bytes)
{
    private int _pieces;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1 + (_pieces++ % most)));
}
