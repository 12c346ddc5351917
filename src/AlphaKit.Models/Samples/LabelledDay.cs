namespace AlphaKit.Models;

/// <summary>One day of a <see cref="TrainingSet"/>: the features and what was realised after it. The batch of a cross-sectional loss.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public readonly ref struct LabelledDay
{
    internal LabelledDay(FeatureDay features, ReadOnlySpan<float> labels)
    {
        Features = features;
        Labels = labels;
    }

    /// <summary>The features.</summary>
    public FeatureDay Features { get; }

    /// <summary>
    /// One label per symbol; NaN where there is none. A sample is a member of the universe with a label and at least one feature; symbols
    /// outside the universe may have labels too, see <see cref="IsSample"/>.
    /// </summary>
    public ReadOnlySpan<float> Labels { get; }

    /// <summary>True if the symbol is a sample: member of the universe, with a label and at least one feature.</summary>
    /// <param name="column">The position of the symbol.</param>
    public bool IsSample(int column)
    {
        if (float.IsNaN(Labels[column]) || !Features.Members[column]) return false;
        for (int k = 0; k < Features.FeatureCount; k++)
        {
            if (!float.IsNaN(Features[k][column])) return true;
        }

        return false;
    }
}
