using System.Globalization;

namespace AlphaKit.Models;

/// <summary>Tells those who listen how far a training has come and foretells its end from the time of the steps so far.</summary>
internal sealed class TrainingPace(TrainingContext context)
{
    private readonly long _start = context.Time.GetTimestamp();
    private long _steps;

    public void Step(TrainingProgress progress)
    {
        _steps++;
        context.Steps?.Report(Timed(progress));
    }

    public void Epoch(TrainingProgress progress)
    {
        TrainingProgress timed = Timed(progress);
        TrainingEpoch epoch = progress.Ended!;
        context.Steps?.Report(timed);
        context.Progress?.Report(string.Create(
            CultureInfo.InvariantCulture,
            $"network {progress.Network} of {progress.Networks}, epoch {epoch.Epoch} of at most {progress.Epochs}: loss {epoch.Loss:F4}, validation IC {epoch.ValidationIc:F4}{(double.IsNaN(epoch.ValidationAuc) ? "" : string.Create(CultureInfo.InvariantCulture, $", AUC {epoch.ValidationAuc:F4}"))}{(epoch.IsBest ? ", best so far" : "")}, at most {TimeSpan.FromSeconds(Math.Round(timed.TimeLeft.TotalSeconds)):c} to go"));
    }

    private TrainingProgress Timed(TrainingProgress progress) =>
        progress with { TimeLeft = _steps == 0 ? TimeSpan.Zero : context.Time.GetElapsedTime(_start) / _steps * progress.StepsLeft };
}
