using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>StartInstances and StopInstances: one instance with a problem fails the whole batch, and nothing is done.</summary>
internal static class InstancePowerCalls
{
    private const string StartAction = "ec2:StartInstances";
    private const string StopAction = "ec2:StopInstances";

    public static int Start(FleetRegion region, QueryParameters input, XmlBuffer output) =>
        Act(region, Ids(region, input, StartAction), output, (members, now) =>
    {
        foreach (var member in members)
        {
            EnsureStartable(member);
        }

        foreach (var member in members.Where(m => m.Power.State == PowerState.Stopped))
        {
            region.Start(member, now, PowerCause.Api);
        }
    });

    public static int Stop(FleetRegion region, QueryParameters input, XmlBuffer output)
    {
        var (hibernate, force) = (input.Flag("Hibernate"), input.Flag("Force"));
        return Act(region, Ids(region, input, StopAction), output, (members, now) =>
        {
            foreach (var member in members)
            {
                EnsureStoppable(member, hibernate, force);
                if (hibernate && member.Power.State == PowerState.Running && !region.CanHibernate(member, now))
                {
                    throw InstanceErrors.NotReadyToHibernate();
                }
            }

            var reason = hibernate ? StateReason.UserHibernate(now) : StateReason.UserShutdown(now);

            foreach (var member in members.Where(m => m.Power.State == PowerState.Running))
            {
                region.Stop(member, now, PowerCause.Api, reason);
            }
        });
    }

    private static void EnsureStartable(FleetMember member)
    {
        var id = member.Instance.Id;
        if (member.Instance.StartRefusal is { } code)
        {
            throw InstanceErrors.Refusal(code, member, StartAction);
        }

        // Starting what runs or starts is no error and changes nothing.
        if (member.Power.State is not (PowerState.Stopped or PowerState.Running or PowerState.Pending))
        {
            throw InstanceErrors.NotStartable(id);
        }

        if (member.Power.State == PowerState.Stopped && TypeRules.AtStart(member) is { } problem)
        {
            throw problem;
        }
    }

    private static void EnsureStoppable(FleetMember member, bool hibernate, bool force)
    {
        var instance = member.Instance;
        if (instance.StopRefusal is { } code)
        {
            throw InstanceErrors.Refusal(code, member, StopAction);
        }

        if (instance.InstanceStoreRoot)
        {
            throw InstanceErrors.InstanceStore(instance.Id);
        }

        if (instance.Spot == SpotRequest.OneTime)
        {
            throw InstanceErrors.OneTimeSpot(instance.Id);
        }

        if (instance.StopProtected)
        {
            throw InstanceErrors.StopProtected(instance.Id);
        }

        if (hibernate && (force || !instance.HibernationConfigured))
        {
            throw InstanceErrors.NoHibernation(instance.Id);
        }

        // Stopping what is stopped or stops is no error and changes nothing.
        if (member.Power.State is not (PowerState.Running or PowerState.Stopping or PowerState.Stopped))
        {
            throw InstanceErrors.NotStoppable(instance.Id);
        }
    }

    private static IReadOnlyList<string> Ids(FleetRegion region, QueryParameters input, string action)
    {
        var ids = input.List("InstanceId");
        if (ids.Count == 0)
        {
            throw new AwsException("MissingParameter", "The request must contain the parameter InstanceId");
        }

        return region.Denies(action) ? throw InstanceErrors.Unauthorized(region, action, ids[0]) : ids;
    }

    private static int Act(
        FleetRegion region, IReadOnlyList<string> ids, XmlBuffer output, Action<IReadOnlyList<FleetMember>, DateTimeOffset> act)
    {
        var changes = region.Change(ids, (members, now) =>
        {
            var before = members.Select(m => m.Power.State).ToArray();
            act(members, now);
            return members.Select((m, i) => (m.Instance.Id, Before: before[i], m.Power.State)).ToArray();
        });
        output.Raw("<instancesSet>"u8);
        foreach (var (id, before, after) in changes)
        {
            output.Raw("<item>"u8).Element("instanceId"u8, id);
            InstanceXml.WriteState(output, "currentState"u8, after);
            InstanceXml.WriteState(output, "previousState"u8, before);
            output.Raw("</item>"u8);
        }

        output.Raw("</instancesSet>"u8);
        return changes.Length;
    }
}
