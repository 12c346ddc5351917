namespace AlphaKit.Data;

/// <summary>The indices of the partitions that a writer met last, up to a number of keys.</summary>
internal sealed class IndexCache(int capacity)
{
    private readonly LinkedList<((string Table, string Partition) Name, KeyIndex Index)> _recent = [];

    public KeyIndex? Find(string table, string partition)
    {
        for (LinkedListNode<((string, string) Name, KeyIndex Index)>? node = _recent.First; node is not null; node = node.Next)
        {
            if (node.Value.Name != (table, partition)) continue;
            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Index;
        }

        return null;
    }

    public void Add(string table, string partition, KeyIndex index)
    {
        _recent.AddFirst(((table, partition), index));
        Trim();
    }

    public void Trim()
    {
        long keys = _recent.Sum(entry => (long)entry.Index.Count);
        while (keys > capacity && _recent.Count > 1)
        {
            keys -= _recent.Last!.Value.Index.Count;
            _recent.RemoveLast();
        }
    }
}
