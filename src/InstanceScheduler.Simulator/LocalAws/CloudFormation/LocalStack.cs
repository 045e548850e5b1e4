namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>A stack: a name and what it holds.</summary>
internal sealed class LocalStack
{
    public const string Type = "AWS::CloudFormation::Stack";

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<StackResource> _resources = [];
    private readonly List<StackEvent> _events = [];
    private volatile StackState _state;

    public LocalStack(string name, string id, TimeProvider time)
    {
        (Name, Id, _time) = (name, id, time);
        (Region, Account) = id.Split(':') is [_, _, _, var region, var account, ..] ? (region, account) : ("", "");
        _state = new StackState("CREATE_COMPLETE") { Created = time.GetUtcNow() };
    }

    public string Name { get; }

    /// <summary>The ARN.</summary>
    public string Id { get; }

    public string Account { get; }

    public string Region { get; }

    public StackState State => _state;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<StackResource> Resources
    {
        get
        {
            lock (_gate)
            {
                return [.. _resources];
            }
        }
    }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<StackEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Completes when what CloudFormation does with the stack has ended, well or not.</summary>
    public Task Settled { get; internal set; } = Task.CompletedTask;

    /// <summary>Null where the stack has no such resource.</summary>
    public StackResource? this[string logicalId]
    {
        get
        {
            lock (_gate)
            {
                return _resources.Find(resource => resource.LogicalId == logicalId);
            }
        }
    }

    /// <summary>Adds the resource, or takes it in place of the one of the same logical id.</summary>
    public LocalStack Put(StackResource resource)
    {
        var dated = resource with { LastUpdated = _time.GetUtcNow() };
        lock (_gate)
        {
            if (_resources.FindIndex(old => old.LogicalId == dated.LogicalId) is >= 0 and var at)
            {
                _resources[at] = dated;
            }
            else
            {
                _resources.Add(dated);
            }
        }

        return this;
    }

    public LocalStack Put(string logicalId, string? physicalId, string type) => Put(new StackResource(logicalId, physicalId, type));

    /// <summary>The physical id of a resource, which has to be there.</summary>
    public string PhysicalId(string logicalId) => this[logicalId]?.PhysicalId
        ?? throw new KeyNotFoundException($"The stack {Name} has no resource '{logicalId}' with a name among {Resources.Count}.");

    /// <summary>The value of an output, which has to be there.</summary>
    public string Output(string name) => State.Outputs.FirstOrDefault(output => output.Name == name)?.Value
        ?? throw new KeyNotFoundException($"The stack {Name} has no output '{name}'; it has {string.Join(", ", State.Outputs.Select(output => output.Name))}.");

    internal void Remove(string logicalId)
    {
        lock (_gate)
        {
            _resources.RemoveAll(resource => resource.LogicalId == logicalId);
        }
    }

    /// <summary>Sets a resource's status and tells it.</summary>
    internal void Tell(StackResource resource, string status, string? reason = null)
    {
        Put(resource with { Status = status, StatusReason = reason });
        Tell(resource.LogicalId, resource.PhysicalId ?? "", resource.Type, status, reason);
    }

    /// <summary>Sets the stack's status and tells it.</summary>
    internal void Tell(StackState state)
    {
        _state = state;
        Tell(Name, Id, Type, state.Status, state.Reason);
    }

    private void Tell(string logicalId, string physicalId, string type, string status, string? reason)
    {
        lock (_gate)
        {
            _events.Add(new StackEvent($"{logicalId}-{status}-{_events.Count:x6}", _time.GetUtcNow(), logicalId, physicalId, type, status, reason));
        }
    }
}
