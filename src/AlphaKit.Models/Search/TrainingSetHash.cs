using System.Runtime.InteropServices;

namespace AlphaKit.Models;

/// <summary>A hash of all that a model may see of a training set: features up to the cut, labels of its days, names.</summary>
internal static class TrainingSetHash
{
    public static string Of(TrainingSet set)
    {
        List<string> parts = [.. set.FeatureNames, $"{set.Cut:yyyy-MM-dd}", $"{set.Horizon}", string.Join(',', set.Symbols)];
        int last = set.Features.Axes.Calendar.IndexOf(set.Cut);
        for (int t = 0; t <= last; t++)
        {
            parts.Add(ContentHash.Of(MemoryMarshal.AsBytes(set.Features.Members.Row(t))));
            for (int k = 0; k < set.Features.Count; k++) parts.Add(ContentHash.Of(MemoryMarshal.AsBytes(set.Features[k].Values.Row(t))));
        }

        for (int i = 0; i < set.Count; i++) parts.Add($"{set.RowOf(i)}:{ContentHash.Of(MemoryMarshal.AsBytes(set[i].Labels))}");
        return ContentHash.Of(string.Join('\n', parts))[..16];
    }
}
