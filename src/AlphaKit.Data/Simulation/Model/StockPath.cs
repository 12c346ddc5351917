namespace AlphaKit.Data.Simulation;

/// <summary>What a share's day was.</summary>
[Flags]
internal enum DayState : byte
{
    None = 0,
    Traded = 1,
    St = 2,
    Delisting = 4,
    ClampedUp = 8,
    ClampedDown = 16,
}

/// <summary>The simulated history of one share, one value per trading day from <see cref="First"/> on; prices in cents.</summary>
internal sealed class StockPath(StockProfile profile, Company company, int first, int count)
{
    public StockProfile Profile { get; } = profile;

    public Company Company { get; } = company;

    /// <summary>Ordinal of the first day.</summary>
    public int First { get; } = first;

    public int Count { get; } = count;

    public DayState[] State { get; } = new DayState[count];

    public int[] PreClose { get; } = new int[count];

    public int[] Open { get; } = new int[count];

    public int[] High { get; } = new int[count];

    public int[] Low { get; } = new int[count];

    public int[] Close { get; } = new int[count];

    /// <summary>Upper limit; 0 without one.</summary>
    public int[] Up { get; } = new int[count];

    public int[] Down { get; } = new int[count];

    /// <summary>Shares traded.</summary>
    public long[] Volume { get; } = new long[count];

    /// <summary>Turnover in whole yuan.</summary>
    public double[] Amount { get; } = new double[count];

    public double[] Factor { get; } = new double[count];

    public double[] Shares { get; } = new double[count];

    /// <summary>The planted signal at the close, which flow and turnover show.</summary>
    public float[] Signal { get; } = new float[count];

    /// <summary>What drives the next day's specific return, at the close.</summary>
    public float[] Driver { get; } = new float[count];

    /// <summary>The day's standardised specific shock.</summary>
    public float[] Shock { get; } = new float[count];

    /// <summary>The part of <see cref="Shock"/> that nothing foretold, ε, of unit variance; 0 on a day without trading.</summary>
    public float[] News { get; } = new float[count];

    public bool Traded(int i) => (State[i] & DayState.Traded) != 0;
}
