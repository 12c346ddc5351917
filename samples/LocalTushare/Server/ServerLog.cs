namespace LocalTushare;

/// <summary>What the server saw.</summary>
public sealed class ServerLog
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _overQuota = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly List<string> _questions = [];

    /// <summary>Calls that were answered with rows, by interface.</summary>
    public IReadOnlyDictionary<string, int> Calls
    {
        get
        {
            lock (_gate) return new SortedDictionary<string, int>(_calls, StringComparer.Ordinal);
        }
    }

    /// <summary>Calls refused because a quota was used up, by interface.</summary>
    public IReadOnlyDictionary<string, int> OverQuota
    {
        get
        {
            lock (_gate) return new SortedDictionary<string, int>(_overQuota, StringComparer.Ordinal);
        }
    }

    /// <summary>Faults, by kind.</summary>
    public IReadOnlyDictionary<string, int> Faults
    {
        get
        {
            lock (_gate) return new SortedDictionary<string, int>(_faults, StringComparer.Ordinal);
        }
    }

    /// <summary>Every question: interface and parameters, in the order of arrival.</summary>
    public IReadOnlyList<string> Questions
    {
        get
        {
            lock (_gate) return [.. _questions];
        }
    }

    /// <summary>How many there were.</summary>
    public int QuestionCount
    {
        get
        {
            lock (_gate) return _questions.Count;
        }
    }

    internal void Asked(string question)
    {
        lock (_gate) _questions.Add(question);
    }

    internal void Answered(string api) => Count(_calls, api);

    internal void RefusedByQuota(string api) => Count(_overQuota, api);

    internal void Faulted(string kind) => Count(_faults, kind);

    private void Count(SortedDictionary<string, int> counts, string name)
    {
        lock (_gate) counts[name] = counts.GetValueOrDefault(name) + 1;
    }
}
