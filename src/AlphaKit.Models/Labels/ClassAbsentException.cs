using System.Globalization;

namespace AlphaKit.Models;

/// <summary>A network should learn a class of which the training days have no sample.</summary>
public sealed class ClassAbsentException : AlphaKitException
{
    private static readonly string[] s_names = ["down", "flat", "up"];

    /// <summary>Creates the exception.</summary>
    /// <param name="classes">How classes were made.</param>
    /// <param name="counts">Samples of each class: down, flat, up.</param>
    public ClassAbsentException(LabelClasses classes, IReadOnlyList<long> counts)
        : base(Message(classes, counts))
    {
        Classes = classes;
        Counts = [.. counts];
    }

    /// <summary>How classes were made.</summary>
    public LabelClasses Classes { get; }

    /// <summary>Samples of each class: down, flat, up.</summary>
    public IReadOnlyList<long> Counts { get; }

    private static new string Message(LabelClasses classes, IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(counts);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The training days have no sample of a class: {string.Join(", ", s_names.Zip(counts, (name, n) => $"{name} {n}"))} by '{classes}'. Choose other classes or more days.");
    }
}
