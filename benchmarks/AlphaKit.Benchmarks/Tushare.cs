using System.Diagnostics;
using System.Globalization;
using System.Text;
using AlphaKit.Data.Tushare;
using BenchmarkDotNet.Attributes;

namespace AlphaKit.Benchmarks;

/// <summary>Reading a reply of <c>daily</c> with 6,000 rows and 11 columns, about 600 kB of JSON, into typed columns.</summary>
public class TushareReplies
{
    private const int Rows = 6000;
    private static readonly byte[] s_reply = Reply();

    /// <summary>Into columns, straight from the bytes.</summary>
    [Benchmark]
    public object Columns() => ReplyParser.Parse(s_reply, "daily", TushareEndpoints.Get("daily"));

    /// <summary>What reading every token alone costs: the floor.</summary>
    [Benchmark(Baseline = true)]
    public int Tokens()
    {
        System.Text.Json.Utf8JsonReader reader = new(s_reply);
        int tokens = 0;
        while (reader.Read()) tokens++;
        return tokens;
    }

    /// <summary>A hundred replies, for the claim.</summary>
    internal static void Hundred(Action<string>? profile)
    {
        TushareReplies work = new();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 100; i++) work.Columns();
        double columns = Stopwatch.GetElapsedTime(start).TotalMilliseconds / 100;
        start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 100; i++) work.Tokens();
        profile?.Invoke(string.Create(CultureInfo.InvariantCulture, $"  {s_reply.Length / 1000} kB: {columns:F2} ms into columns, {Stopwatch.GetElapsedTime(start).TotalMilliseconds / 100:F2} ms for the tokens alone"));
    }

    private static byte[] Reply()
    {
        RandomStream random = RandomStream.Create(5, "reply");
        StringBuilder text = new("""{"request_id":"r","code":0,"msg":"","data":{"fields":["ts_code","trade_date","open","high","low","close","pre_close","change","pct_chg","vol","amount"],"items":[""");
        for (int row = 0; row < Rows; row++)
        {
            double close = Math.Round(5 + (random.NextDouble() * 95), 2), before = Math.Round(close * (0.97 + (random.NextDouble() * 0.06)), 2);
            text.Append(CultureInfo.InvariantCulture, $"{(row == 0 ? "" : ",")}[\"{600000 + row:D6}.SH\",\"20250829\",{before},{close * 1.01:F2},{close * 0.99:F2},{close},{before},{close - before:F2},{((close / before) - 1) * 100:F4},{random.NextDouble() * 1e6:F2},{random.NextDouble() * 1e6:F3}]");
        }

        return Encoding.UTF8.GetBytes(text.Append("""],"has_more":false,"count":-1}}""").ToString());
    }
}
