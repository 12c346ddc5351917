using System.Globalization;

namespace AlphaKit.Models.Tests.Training;

/// <summary>
/// Prints where a training begins and when it reaches a place; some reports later it stands still, so that whoever wants to kill it there finds it
/// there however late he comes. It goes on only when nobody is left who could: when its standard input ends.
/// </summary>
internal sealed class TrainingHalt(TrainingPlace? place) : IProgress<TrainingProgress>
{
    private bool _begun;
    private int _more = -1;

    public void Report(TrainingProgress value)
    {
        if (!_begun) Print("from", value);
        _begun = true;
        if (_more >= 0)
        {
            if (++_more == place!.More) Console.In.ReadLine();
        }
        else if (place?.IsReached(value) == true)
        {
            Print("at", value);
            _more = 0;
        }
    }

    private static void Print(string word, TrainingProgress at) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word} {at.Network} {at.Epoch} {at.Step}"));
}
