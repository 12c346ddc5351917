namespace AlphaKit.Models;

/// <summary>Shape of a <see cref="RecurrentModule"/>.</summary>
public sealed record RecurrentModuleOptions
{
    /// <summary>GRU or LSTM.</summary>
    /// <value>The default is <see cref="RecurrentCell.Gru"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public RecurrentCell Cell
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Cell), value, "Must be a named cell.");
    }

    /// <summary>Features of a step.</summary>
    /// <value>1 or more. The default is 27.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Features
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Features), value, "Must be 1 or more.");
    } = 27;

    /// <summary>Hidden units.</summary>
    /// <value>1 or more. The default is 30.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Hidden
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Hidden), value, "Must be 1 or more.");
    } = 30;

    /// <summary>What follows the linear head.</summary>
    /// <value>The default is <see cref="RecurrentOutput.Sigmoid"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public RecurrentOutput Output
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Output), value, "Must be a named output.");
    }

    /// <summary>Threads of the layer in C#.</summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Must be 1 or more threads.");
    } = 1;
}
