namespace AlphaKit.Data;

/// <summary>What a partition says under each key now: a sum of the hashes of its newest rows, so that a delivery can be compared with it.</summary>
internal sealed class KeyIndex
{
    private readonly Dictionary<UInt128, State> _states;

    private KeyIndex(Dictionary<UInt128, State> states) => _states = states;

    public int Count => _states.Count;

    public static KeyIndex Of(UInt128[] keys, UInt128[] contents, long[] recorded)
    {
        Dictionary<UInt128, State> states = new(keys.Length);
        for (int row = 0; row < keys.Length; row++)
        {
            if (!states.TryGetValue(keys[row], out State known) || recorded[row] > known.Recorded) states[keys[row]] = new State(contents[row], recorded[row]);
            else if (recorded[row] == known.Recorded) states[keys[row]] = known with { Sum = unchecked(known.Sum + contents[row]) };
        }

        return new KeyIndex(states);
    }

    /// <summary>Compares what a delivery says under a key.</summary>
    public KeyChange Compare(UInt128 key, UInt128 sum)
    {
        if (!_states.TryGetValue(key, out State known)) return KeyChange.Added;
        return known.Sum == sum ? KeyChange.Unchanged : KeyChange.Corrected;
    }

    public void Set(UInt128 key, UInt128 sum, long recorded) => _states[key] = new State(sum, recorded);

    private readonly record struct State(UInt128 Sum, long Recorded);
}
