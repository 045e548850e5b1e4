using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>What most requests have in common: the table, expressions and a projection.</summary>
internal sealed class TableRequest
{
    private static readonly string[] Legacy =
    [
        "AttributesToGet", "AttributeUpdates", "ConditionalOperator", "Expected", "KeyConditions", "QueryFilter", "ScanFilter",
    ];

    private readonly JsonElement _input;
    private readonly Placeholders _placeholders;

    public TableRequest(DynamoTables tables, CallScope scope, JsonElement input)
    {
        _input = input;
        if (Legacy.FirstOrDefault(name => input.Member(name) is not null) is { } legacy)
        {
            throw DynamoErrors.NotSimulated($"the parameter {legacy}; use expressions");
        }

        var name = input.Text("TableName")
            ?? throw DynamoErrors.Validation("The parameter 'TableName' is required but was not present in the request");
        Table = tables.Find(scope.Account, scope.Region, name) ?? throw DynamoErrors.NoTable();
        _placeholders = new Placeholders(input);
    }

    public DynamoTable Table { get; }

    public DynamoItem Key => Table.Schema.Exactly(Item("Key"));

    public DynamoItem Item(string member) => DynamoJson.ReadItem(_input.Member(member) ?? throw DynamoErrors.Validation(
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null"));

    public Condition? Condition(string member) =>
        _input.Text(member) is { } text ? ExpressionParser.Condition(member, text, _placeholders) : null;

    private Update Update() => Expressions.Update.Parse(
        _input.Text("UpdateExpression") ?? throw DynamoErrors.NotSimulated("an update without an expression"), _placeholders);

    /// <summary>An update that leaves the key as it is.</summary>
    public Update KeyKeepingUpdate()
    {
        var update = Update();
        return update.Paths.Select(p => p.Attribute).FirstOrDefault(Table.Schema.Names.Contains) is { } keyAttribute
            ? throw DynamoErrors.Validation(
                $"One or more parameter values were invalid: Cannot update attribute {keyAttribute}. This attribute is part of the key")
            : update;
    }

    /// <summary>What of an item is shown; everything if nothing was said.</summary>
    public Func<DynamoItem, DynamoItem> Projection()
    {
        if (_input.Text("ProjectionExpression") is not { } text)
        {
            return item => item;
        }

        var paths = ExpressionParser.Projection(text, _placeholders);
        if (paths.Any(p => !p.Steps.IsEmpty))
        {
            throw DynamoErrors.NotSimulated("projections below top-level attributes");
        }

        var names = paths.Select(p => p.Attribute).ToArray();
        return item => item.Only(names);
    }

    /// <summary>After all expressions were read.</summary>
    public void EnsurePlaceholdersUsed() => _placeholders.EnsureAllUsed();
}
