namespace AlphaKit.Factors;

/// <summary>Where a step finds an operand: a slot some rows back, or a row of one number (slot −1).</summary>
internal readonly record struct Operand(int Slot, int Lag, float Constant);

/// <summary>An output that takes a result besides: as it is, or divided by a series whose reciprocal is at hand, too.</summary>
internal sealed record ExtraOutput(int Output, Operand? Divisor, Operand? Reciprocal);

/// <summary>Where a result goes.</summary>
internal enum Place
{
    Slot,
    Output,
    Panel,
    Nowhere,
}

/// <summary>A slot of the tile, an output, or a panel that the next stages read; nowhere if only a quotient is wanted.</summary>
internal readonly record struct Destination(Place Place, int Index);

/// <summary>One kernel of a stage, or the loading of a series into a slot.</summary>
internal sealed record Step
{
    /// <summary>The kernel; copies for a load.</summary>
    public required Kernel Kernel { get; init; }

    public Operand[] Inputs { get; init; } = [];

    public required Destination[] Targets { get; init; }

    /// <summary>Per target a further output that takes its results, null for none; empty if there is none at all.</summary>
    public ExtraOutput?[] Extras { get; init; } = [];

    /// <summary>The outputs that the step writes.</summary>
    public IEnumerable<int> Outputs => Targets.Where(t => t.Place == Place.Output).Select(t => t.Index).Concat(Extras.OfType<ExtraOutput>().Select(e => e.Output));

    /// <summary>Position of the kernel's state in the tile's state, in doubles per column.</summary>
    public int State { get; init; }

    /// <summary>The field to load, if this step is one.</summary>
    public Field? Field { get; init; }

    /// <summary>The panel to load, −1 otherwise.</summary>
    public int Panel { get; init; } = -1;

    /// <summary>True if the kernel asks whether its inputs are complete.</summary>
    public bool AsksForGaps { get; init; }
}

/// <summary>A cross-sectional kernel after a stage's tiles. Without a panel nothing reads on, and the first output is where it writes.</summary>
internal sealed record CrossStep(CrossKernel Kernel, CrossOperand[] Inputs, int Panel, int[] Outputs);

/// <summary>What a cross-sectional kernel reads: a panel, a field as it stands, or one number.</summary>
internal readonly record struct CrossOperand(int Panel, Field? Field, float Constant);
