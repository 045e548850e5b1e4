using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>One side of a comparison.</summary>
internal abstract record Operand
{
    /// <summary>Null where the item has no such value.</summary>
    public abstract DynamoValue? In(DynamoItem item);

    internal sealed record Place(DocumentPath Path) : Operand
    {
        public override DynamoValue? In(DynamoItem item) => Path.In(item);
    }

    internal sealed record Constant(DynamoValue Value) : Operand
    {
        public override DynamoValue? In(DynamoItem item) => Value;
    }

    internal sealed record Size(Operand Of) : Operand
    {
        public override DynamoValue? In(DynamoItem item) => Of.In(item) switch
        {
            null => null,
            { Kind: DynamoKind.S } text => DynamoValue.Of(Encoding.UTF8.GetByteCount(text.Text)),
            { Kind: DynamoKind.B } bytes => DynamoValue.Of(bytes.Bytes.Length),
            { Kind: DynamoKind.M } map => DynamoValue.Of(map.Members.Count),
            { Kind: DynamoKind.N or DynamoKind.BOOL or DynamoKind.NULL } => null,
            var many => DynamoValue.Of(many.Elements.Length),
        };
    }
}
