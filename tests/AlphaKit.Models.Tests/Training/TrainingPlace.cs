using System.Globalization;

namespace AlphaKit.Models.Tests.Training;

/// <summary>A place in a training: a share of an epoch of a network, counted from one.</summary>
/// <param name="Network">The network.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Share">Share of the epoch's steps that are done.</param>
/// <param name="More">Reports that come after the place was reached, before the training stands still.</param>
internal sealed record TrainingPlace(int Network, int Epoch, double Share, int More)
{
    public static TrainingPlace Parse(string text) =>
        text.Split(' ') is [string network, string epoch, string share, string more]
            ? new(int.Parse(network, CultureInfo.InvariantCulture), int.Parse(epoch, CultureInfo.InvariantCulture), double.Parse(share, CultureInfo.InvariantCulture), int.Parse(more, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{text}' is not 'network epoch share more'.");

    public bool IsReached(TrainingProgress progress) =>
        (progress.Network, progress.Epoch, (double)progress.Step / progress.Steps).CompareTo((Network, Epoch, Share)) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Network} {Epoch} {Share} {More}");
}
