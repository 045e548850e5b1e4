using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.Protocol;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Simulator.Tests.LocalAws.CloudFormation;

public sealed class StackEngineTests() : LocalAwsTest(Transport.InProcess)
{
    private const string Table = """
        , "Table": { "Type": "AWS::DynamoDB::Table", "DeletionPolicy": "POLICY", "Properties": {
            "DeletionProtectionEnabled": PROTECTED,
            "AttributeDefinitions": [{ "AttributeName": "KEY", "AttributeType": "S" }], "KeySchema": [{ "AttributeName": "KEY", "KeyType": "HASH" }] } }
        """;

    [Fact]
    public void A_stack_is_made_in_order_and_tells_of_it()
    {
        var stack = Create(StackTemplates.Settings());

        Assert.Equal("CREATE_COMPLETE", stack.State.Status);
        Assert.Equal("/a/first=1", Aws.Parameters.Find(stack.PhysicalId("Second"))?.Value);
        Assert.Matches("^/a/first demo-Second-[A-Z0-9]{12}$", stack.Output("Names"));
        Assert.Equal(
            [
                "demo CREATE_IN_PROGRESS", "First CREATE_IN_PROGRESS", "First CREATE_COMPLETE", "Second CREATE_IN_PROGRESS", "Second CREATE_COMPLETE",
                "demo CREATE_COMPLETE",
            ],
            Told(stack));
    }

    [Fact]
    public void The_same_play_gives_the_same_names_and_two_stacks_never_do()
    {
        var again = new Simulator.LocalAws.LocalAws(Options, Time);
        var (one, other) = (Create(StackTemplates.Settings()), Create(StackTemplates.Settings(), "other", ("Prefix", "/b")));

        var same = again.CloudFormation.Create("demo", Hub, Beijing, StackTemplates.Request(StackTemplates.Settings()));

        Assert.Equal(one.PhysicalId("Second"), same.PhysicalId("Second"));
        Assert.NotEqual(one.PhysicalId("Second")[^12..], other.PhysicalId("Second")[^12..]);
    }

    [Fact]
    public void A_failure_removes_what_was_made_and_says_why()
    {
        var stack = Create(StackTemplates.Settings(StackTemplates.Taken));

        Assert.Equal(("ROLLBACK_COMPLETE", "The following resource(s) failed to create: [Twice]. "), (stack.State.Status, stack.State.Reason));
        Assert.Equal("Resource of type 'AWS::SSM::Parameter' with identifier '/a/first' already exists.", stack["Twice"]?.StatusReason);
        Assert.Empty(Aws.Parameters.In(Hub, Beijing).Below("/", recursive: true));
        Assert.Equal(
            ["Twice CREATE_FAILED", "demo ROLLBACK_IN_PROGRESS", "Second DELETE_IN_PROGRESS", "Second DELETE_COMPLETE", "First DELETE_IN_PROGRESS", "First DELETE_COMPLETE", "demo ROLLBACK_COMPLETE"],
            Told(stack)[^7..]);
        Assert.Contains("is in ROLLBACK_COMPLETE state and can not be updated", Refused(() => Update(stack, StackTemplates.Settings())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DO_NOTHING", "CREATE_FAILED", 2)]
    [InlineData("DELETE", "DELETE_COMPLETE", 0)]
    public void A_failure_may_be_left_as_it_is_or_deleted(string onFailure, string status, int left)
    {
        var request = StackTemplates.Request(StackTemplates.Settings(StackTemplates.Taken)) with { OnFailure = onFailure };

        var stack = Aws.CloudFormation.Create("demo", Hub, Beijing, request);

        Assert.Equal((status, left), (stack.State.Status, Aws.Parameters.In(Hub, Beijing).Below("/", recursive: true).Count));
    }

    [Theory]
    [InlineData("""{ "Type": "AWS::EC2::Instance" }""", "The type AWS::EC2::Instance is not simulated; known are ")]
    [InlineData("""{ "Type": "AWS::SNS::Topic", "Properties": { "Name": "x" } }""", "Encountered unsupported property Name")]
    [InlineData("""{ "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String" } }""", "Property Value cannot be empty.")]
    [InlineData("""{ "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Value": "" } }""", "1 validation error detected: Value '' at 'value'")]
    [InlineData("""{ "Type": "AWS::SSM::Parameter", "Properties": { "Type": "SecureString", "Value": "x" } }""", "#/Type: SecureString is not a valid enum value")]
    [InlineData("""{ "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Value": { "Fn::GetAtt": ["First", "Arn"] } } }""", "Template error: resource First does not support attribute type Arn in Fn::GetAtt; it has Type, Value")]
    [InlineData("""{ "Type": "AWS::IAM::Policy", "Properties": { "PolicyName": "p", "PolicyDocument": {}, "Roles": ["none"] } }""", "The role with name none cannot be found.")]
    [InlineData("""{ "Type": "Custom::Thing", "Properties": { "ServiceToken": "arn:aws-cn:lambda:cn-north-1:123456789012:function:none" } }""", "Invalid service token: Function not found: ")]
    [InlineData("""{ "Type": "Custom::Thing" }""", "Invalid service token: ")]
    public void A_resource_that_cannot_be_made_says_why(string resource, string reason)
    {
        var stack = Create(StackTemplates.Settings($", \"Wrong\": {resource}"));

        Assert.Equal("ROLLBACK_COMPLETE", stack.State.Status);
        Assert.StartsWith(reason, stack["Wrong"]?.StatusReason, StringComparison.Ordinal);
    }

    // As the deployment guide says: the function's name has the stack's in it.
    [Theory]
    [InlineData(42, "CREATE_IN_PROGRESS", null)]
    [InlineData(43, "ROLLBACK_COMPLETE", "at 'FunctionName' failed to satisfy constraint: Member must have length less than or equal to 64")]
    public void The_schedulers_stack_has_a_name_of_42_characters_at_most(int length, string status, string? reason)
    {
        var stack = Aws.CloudFormation.Create(
            new string('a', length), Hub, Beijing, new StackRequest(ShippedTemplates.Hub) { Capabilities = ["CAPABILITY_IAM"], Functions = new TaskCompletionSource().Task });

        Assert.Equal(status, stack.State.Status);
        Assert.EndsWith(reason ?? "", stack["Main"]?.StatusReason ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_changes_in_place_adds_and_removes()
    {
        var stack = Create(StackTemplates.Settings(""", "Topic": { "Type": "AWS::SNS::Topic" } """));
        var (second, topic) = (stack.PhysicalId("Second"), stack.PhysicalId("Topic"));

        Update(stack, StackTemplates.Settings(""", "Queue": { "Type": "AWS::SQS::Queue" } """), ("Value", "2"));

        Assert.Equal(("UPDATE_COMPLETE", second), (stack.State.Status, stack.PhysicalId("Second")));
        Assert.Equal(("2", "/a/first=2"), (Aws.Parameters.Find("/a/first")?.Value, Aws.Parameters.Find(second)?.Value));
        Assert.False(Aws.Topics.Contains(topic));
        Assert.Null(stack["Topic"]);
        Assert.NotNull(Aws.Kept.Find("AWS::SQS::Queue", Hub, Beijing, stack.PhysicalId("Queue")));
        Assert.Equal("2", stack.State.Template!.Parameters["Value"]);
    }

    [Fact]
    public void A_new_name_makes_a_new_resource_and_the_old_one_goes_afterwards()
    {
        var stack = Create(StackTemplates.Settings());

        Update(stack, StackTemplates.Settings(), ("Prefix", "/b"));

        Assert.Equal((null, "1", "/b/first=1"), (Aws.Parameters.Find("/a/first")?.Value, Aws.Parameters.Find("/b/first")?.Value, Aws.Parameters.Find(stack.PhysicalId("Second"))?.Value));
        Assert.Equal(
            ["Second UPDATE_COMPLETE", "demo UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "First DELETE_IN_PROGRESS", "First DELETE_COMPLETE", "demo UPDATE_COMPLETE"],
            Told(stack)[^5..]);
        Assert.Equal(("/b/first", "UPDATE_COMPLETE"), (stack.PhysicalId("First"), stack["First"]?.Status));
    }

    [Fact]
    public void What_cannot_be_updated_is_taken_back()
    {
        var stack = Create(StackTemplates.Settings());
        var (before, template) = (Aws.Parameters.In(Hub, Beijing).Below("/", recursive: true).Select(one => (one.Name, one.Value)), stack.State.Template);
        var values = before.ToArray();

        Update(stack, StackTemplates.Settings($$""", "More": { "Type": "AWS::SNS::Topic" }{{StackTemplates.Taken}}"""), ("Value", "2"), ("Prefix", "/b"));

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", stack.State.Status);
        Assert.Equal(values, before);
        Assert.Equal(["First", "Second"], stack.Resources.Select(resource => resource.LogicalId));
        Assert.Same(template, stack.State.Template);
        Assert.Contains("Twice CREATE_FAILED", Told(stack));

        Update(stack, StackTemplates.Settings(), ("Value", "3"));
        Assert.Equal(("UPDATE_COMPLETE", "3"), (stack.State.Status, Aws.Parameters.Find("/a/first")?.Value));
    }

    [Fact]
    public void A_resource_with_a_name_of_its_own_is_not_replaced()
    {
        const string topic = """, "Topic": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "mine", "FifoTopic": FIFO } } """;
        var stack = Create(StackTemplates.Settings(topic.Replace("FIFO", "false", StringComparison.Ordinal)));

        Update(stack, StackTemplates.Settings(topic.Replace("FIFO", "true", StringComparison.Ordinal)));

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", stack.State.Status);
        Assert.Contains(stack.Events, told => told.Reason?.Contains("Rename mine and update the stack again.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Nothing_to_change_is_told()
    {
        var stack = Create(StackTemplates.Settings());

        Assert.Equal("No updates are to be performed.", Refused(() => Update(stack, StackTemplates.Settings(), ("Value", "1"))).Message);
        Assert.Equal("CREATE_COMPLETE", stack.State.Status);
    }

    [Fact]
    public void A_type_stays_what_it_is()
    {
        var stack = Create(StackTemplates.Settings(""", "Topic": { "Type": "AWS::SNS::Topic" } """));

        var refused = Refused(() => Update(stack, StackTemplates.Settings(""", "Topic": { "Type": "AWS::SQS::Queue" } """)));

        Assert.EndsWith("modifies resource type of the following resources: [Topic]", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Delete", "false", "DELETE_COMPLETE", false)]
    [InlineData("Retain", "true", "DELETE_COMPLETE", true)]
    [InlineData("RetainExceptOnCreate", "true", "DELETE_COMPLETE", true)]
    [InlineData("Delete", "true", "DELETE_FAILED", true)]
    public void A_deletion_keeps_what_is_retained_or_protected(string policy, string isProtected, string status, bool isThere)
    {
        var stack = Create(StackTemplates.Settings(TableOf(policy, isProtected)));
        var table = stack.PhysicalId("Table");

        Aws.CloudFormation.Delete(stack);

        Assert.Equal((status, isThere), (stack.State.Status, Aws.Dynamo.Find(Hub, Beijing, table) is not null));
        Assert.Empty(Aws.Parameters.In(Hub, Beijing).Below("/", recursive: true));
        Assert.Equal(status == "DELETE_COMPLETE", Aws.Stacks.Named("demo", Hub, Beijing) is null);
    }

    [Fact]
    public void What_is_protected_goes_after_it_was_released_or_left_out()
    {
        var stack = Create(StackTemplates.Settings(TableOf("Delete", "true")));
        Aws.CloudFormation.Delete(stack);
        Assert.Equal("The following resource(s) failed to delete: [Table]. ", stack.State.Reason);
        Assert.StartsWith("Resource cannot be deleted as it is currently protected", stack["Table"]?.StatusReason, StringComparison.Ordinal);

        Aws.CloudFormation.Delete(stack, "Table");

        Assert.Equal(("DELETE_COMPLETE", "DELETE_SKIPPED"), (stack.State.Status, stack["Table"]?.Status));
    }

    [Theory]
    [InlineData("Retain", true)]
    [InlineData("RetainExceptOnCreate", false)]
    [InlineData("Delete", false)]
    public void A_failed_creation_keeps_only_what_is_retained_always(string policy, bool isThere)
    {
        var stack = Create(StackTemplates.Settings(TableOf(policy, "false") + StackTemplates.Taken));

        Assert.Equal("ROLLBACK_COMPLETE", stack.State.Status);
        Assert.Equal(isThere, Aws.Dynamo.Names(Hub, Beijing).Count > 0);
    }

    [Theory]
    [InlineData("Retain", 2)]
    [InlineData("Delete", 1)]
    public void A_replaced_table_goes_or_stays(string policy, int tables)
    {
        var stack = Create(StackTemplates.Settings(Replaceable("id", policy)));
        var first = stack.PhysicalId("Table");

        Update(stack, StackTemplates.Settings(Replaceable("name", policy)));

        Assert.Equal("UPDATE_COMPLETE", stack.State.Status);
        Assert.NotEqual(first, stack.PhysicalId("Table"));
        Assert.Equal(tables, Aws.Dynamo.Names(Hub, Beijing).Count);
    }

    private static string TableOf(string policy, string isProtected) => Table
        .Replace("POLICY", policy, StringComparison.Ordinal).Replace("PROTECTED", isProtected, StringComparison.Ordinal).Replace("KEY", "id", StringComparison.Ordinal);

    private static string Replaceable(string key, string policy) => Table.Replace("\"DeletionPolicy\": \"POLICY\"", $"\"UpdateReplacePolicy\": \"{policy}\"", StringComparison.Ordinal)
        .Replace("PROTECTED", "false", StringComparison.Ordinal).Replace("KEY\"", key + "\"", StringComparison.Ordinal);

    private LocalStack Create(string text, string name = "demo", params (string Name, string Value)[] parameters) =>
        Aws.CloudFormation.Create(name, Hub, Beijing, StackTemplates.Request(text, parameters));

    private void Update(LocalStack stack, string text, params (string Name, string Value)[] parameters) =>
        Aws.CloudFormation.Update(stack, StackTemplates.Request(text, parameters));

    private static string[] Told(LocalStack stack) => [.. stack.Events.Select(told => $"{told.LogicalId} {told.Status}")];

    private static AwsException Refused(Action act) => Assert.Throws<AwsException>(act);
}
