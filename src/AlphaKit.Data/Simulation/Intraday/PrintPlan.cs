namespace AlphaKit.Data.Simulation;

/// <summary>The day's trades before orders are attached: times, prices in cents, lots. They reproduce the daily bar.</summary>
internal sealed class PrintPlan
{
    /// <summary>Milliseconds since midnight of the sessions.</summary>
    public const int OpeningCall = ((9 * 60) + 25) * 60_000;
    public const int Morning = ((9 * 60) + 30) * 60_000;
    public const int Noon = ((11 * 60) + 30) * 60_000;
    public const int Afternoon = 13 * 60 * 60_000;
    public const int ClosingCall = ((14 * 60) + 57) * 60_000;
    public const int Close = 15 * 60 * 60_000;
    private const int ContinuousMinutes = 237;

    private PrintPlan(int count)
    {
        Times = new int[count];
        Prices = new int[count];
        Lots = new long[count];
    }

    public int[] Times { get; }

    public int[] Prices { get; }

    public long[] Lots { get; }

    /// <summary>How many of the first trades belong to the opening call.</summary>
    public int Opening { get; private init; }

    /// <summary>How many of the last trades belong to the closing call.</summary>
    public int Closing { get; private init; }

    public static PrintPlan Draw(StockPath path, int i, RandomStream stream)
    {
        long lots = path.Volume[i] / 100;
        int count = (int)Math.Min(lots, Math.Clamp(path.Amount[i] / 40_000, 40, 2500));
        int calls = Math.Max(1, count / 60);
        PrintPlan plan = new(count) { Opening = calls, Closing = calls };
        plan.DrawTimes(stream);
        plan.DrawPrices(path, i, stream);
        plan.DrawLots(path, i, lots, stream);
        return plan;
    }

    /// <summary>U-shaped activity: highest after the open, rising again before the close.</summary>
    private static double Activity(int minute) => 1 + (2.5 * Math.Exp(-minute / 20.0)) + (1.2 * Math.Exp(-(ContinuousMinutes - 1 - minute) / 15.0));

    private void DrawTimes(RandomStream stream)
    {
        double[] cumulative = new double[ContinuousMinutes];
        double sum = 0;
        for (int m = 0; m < ContinuousMinutes; m++) cumulative[m] = sum += Activity(m);
        for (int k = 0; k < Times.Length; k++)
        {
            double u = stream.NextDouble() * sum;
            int minute = Array.BinarySearch(cumulative, u);
            if (minute < 0) minute = Math.Min(~minute, ContinuousMinutes - 1);
            int start = minute < 120 ? Morning + (minute * 60_000) : Afternoon + ((minute - 120) * 60_000);
            Times[k] = k < Opening ? OpeningCall : k >= Times.Length - Closing ? Close : start + 10 + stream.NextInt32(59_980);
        }

        Array.Sort(Times);
    }

    private void DrawPrices(StockPath path, int i, RandomStream stream)
    {
        int n = Prices.Length, open = path.Open[i], high = path.High[i], low = path.Low[i], close = path.Close[i];
        int free = n - Opening - Closing;
        int top = Opening + stream.NextInt32(free), bottom = Opening + stream.NextInt32(free - 1);
        if (bottom >= top) bottom++;
        (int At, int Price)[] anchors = top < bottom
            ? [(Opening - 1, open), (top, high), (bottom, low), (n - Closing, close)]
            : [(Opening - 1, open), (bottom, low), (top, high), (n - Closing, close)];
        for (int k = 0; k < Opening; k++) Prices[k] = open;
        for (int k = n - Closing; k < n; k++) Prices[k] = close;
        double step = 0.8 * (high - low) / Math.Sqrt(n);
        for (int a = 0; a + 1 < anchors.Length; a++)
        {
            double x = anchors[a].Price;
            for (int k = anchors[a].At + 1; k < anchors[a + 1].At; k++)
            {
                // One step of a bridge towards the next anchor, kept inside the day's range.
                int left = anchors[a + 1].At - k + 1;
                x += ((anchors[a + 1].Price - x) / left) + (step * Math.Sqrt((left - 1.0) / left) * stream.NextNormal());
                x = Math.Clamp(x, low, high);
                Prices[k] = (int)Math.Round(x);
            }

            if (anchors[a + 1].At < n - Closing) Prices[anchors[a + 1].At] = anchors[a + 1].Price;
        }
    }

    /// <summary>Sizes whose sum is the day's volume, tilted so that their mean price is the day's.</summary>
    private void DrawLots(StockPath path, int i, long lots, RandomStream stream)
    {
        int n = Prices.Length;
        double[] weights = new double[n], relative = new double[n];
        double target = path.Amount[i] / path.Volume[i] * 100, range = Math.Max(1, path.High[i] - path.Low[i]);
        for (int k = 0; k < n; k++)
        {
            weights[k] = stream.NextExponential() + 0.05;
            relative[k] = (Prices[k] - target) / range;
        }

        double from = -30, to = 30;
        for (int round = 0; round < 40; round++)
        {
            double tilt = (from + to) / 2, mean = 0;
            for (int k = 0; k < n; k++) mean += weights[k] * Math.Exp(tilt * relative[k]) * relative[k];
            if (mean > 0) to = tilt;
            else from = tilt;
        }

        double total = 0;
        for (int k = 0; k < n; k++) total += weights[k] *= Math.Exp((from + to) / 2 * relative[k]);
        long given = 0;
        double running = 0;
        for (int k = 0; k < n; k++)
        {
            running += weights[k];
            long until = k == n - 1 ? lots : (k + 1) + (long)((lots - n) * (running / total));
            Lots[k] = until - given;
            given = until;
        }
    }
}
