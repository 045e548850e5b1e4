using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>A table. Each method is atomic.</summary>
internal sealed class DynamoTable(string name, KeySchema schema)
{
    public const int LargestItem = 400 * 1024;

    private readonly Lock _gate = new();

    // Partitions in an order that says nothing (as a hash does), the same in every run; in each the items by range key.
    private readonly SortedDictionary<DynamoValue, List<DynamoItem>> _partitions = new(HashOrder.Instance);

    public string Name => name;

    /// <summary>Whether nobody may delete it.</summary>
    public bool IsProtected { get; set; }

    public KeySchema Schema => schema;

    public IReadOnlyList<DynamoItem> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _partitions.Values.SelectMany(p => p)];
            }
        }
    }

    /// <summary>Stores an item as <c>aws dynamodb scan</c> prints it, as if somebody had edited the table.</summary>
    public void PutRaw(JsonElement item) => Put(DynamoJson.ReadItem(item));

    public void Put(DynamoItem item) => Write(schema.Of(item), _ => item);

    public DynamoItem? Get(DynamoItem key)
    {
        lock (_gate)
        {
            return _partitions.TryGetValue(key[schema.Hash.Name], out var partition) && Place(partition, key) is >= 0 and var at
                ? partition[at]
                : null;
        }
    }

    /// <summary>Replaces what is under the key with what the function makes of it; null removes. Gives old and new.</summary>
    public (DynamoItem? Old, DynamoItem? New) Write(DynamoItem key, Func<DynamoItem?, DynamoItem?> change)
    {
        var hash = key[schema.Hash.Name];
        lock (_gate)
        {
            var partition = _partitions.GetValueOrDefault(hash) ?? [];
            var at = Place(partition, key);
            var old = at >= 0 ? partition[at] : null;
            var replacement = change(old);
            switch (old, replacement)
            {
                case (not null, not null):
                    partition[at] = Fitting(replacement);
                    break;
                case (not null, null):
                    partition.RemoveAt(at);
                    break;
                case (null, not null):
                    partition.Insert(~at, Fitting(replacement));
                    break;
            }

            if (partition.Count == 0)
            {
                _partitions.Remove(hash);
            }
            else
            {
                _partitions[hash] = partition;
            }

            return (old, replacement);
        }
    }

    /// <summary>Nobody else reads or writes the table meanwhile.</summary>
    public void Exclusively(Action act)
    {
        lock (_gate)
        {
            act();
        }
    }

    /// <summary>The items of a partition by range key.</summary>
    public IReadOnlyList<DynamoItem> Partition(DynamoValue hash)
    {
        lock (_gate)
        {
            return [.. _partitions.GetValueOrDefault(hash) ?? []];
        }
    }

    /// <summary>Negative where the first comes first in a scan.</summary>
    public int CompareKeys(DynamoItem first, DynamoItem second)
    {
        var byHash = HashOrder.Instance.Compare(first[schema.Hash.Name], second[schema.Hash.Name]);
        return byHash != 0 || schema.Range is null
            ? byHash
            : DynamoOrder.Instance.Compare(first[schema.Range.Name], second[schema.Range.Name]);
    }

    private static DynamoItem Fitting(DynamoItem item) => item.Size <= LargestItem ? item : throw DynamoErrors.TooLarge();

    /// <summary>The index of the key, or the complement of where it belongs.</summary>
    private int Place(List<DynamoItem> partition, DynamoItem key)
    {
        var (low, high) = (0, partition.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = schema.Range is null
                ? 0
                : DynamoOrder.Instance.Compare(partition[middle][schema.Range.Name], key[schema.Range.Name]);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
