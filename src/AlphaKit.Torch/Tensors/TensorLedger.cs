namespace AlphaKit.Torch;

/// <summary>How many tensors live, in one place so that a leak can be counted.</summary>
internal sealed class TensorLedger
{
    private long _live;

    public long Live => Interlocked.Read(ref _live);

    public void Add() => Interlocked.Increment(ref _live);

    public void Remove() => Interlocked.Decrement(ref _live);
}
