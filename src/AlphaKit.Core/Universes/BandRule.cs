using System.Globalization;

namespace AlphaKit;

/// <summary>The field lies in a band.</summary>
internal sealed class BandRule(Field subject, double min, double max) : UniverseRule
{
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"{subject} from {min:R} to {max:R}");

    public override IReadOnlyList<Field> RequiredFields => [subject];

    public override void Apply(UniverseContext context, int row, Span<bool> members)
    {
        ReadOnlySpan<float> values = context.Panel[subject].Row(row);
        for (int i = 0; i < members.Length; i++)
        {
            if (!(values[i] >= min && values[i] <= max)) members[i] = false;
        }
    }
}
