namespace LocalTushare;

/// <summary>Counts calls by calendar minute, hour and day, as the vendor does.</summary>
internal sealed class QuotaCounter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Api, long Window, char Kind), int> _counts = [];

    /// <summary>Takes a call; the message of the refusal if a quota is used up, else null.</summary>
    public string? Take(string api, DateTimeOffset now, int perMinute, int perHour, int perDay)
    {
        long ticks = now.UtcTicks;
        (string, long, char) minute = (api, ticks / TimeSpan.TicksPerMinute, 'm'), hour = (api, ticks / TimeSpan.TicksPerHour, 'h');
        (string, long, char) day = (api, (ticks + (8 * TimeSpan.TicksPerHour)) / TimeSpan.TicksPerDay, 'd');
        lock (_gate)
        {
            if (perDay > 0 && _counts.GetValueOrDefault(day) >= perDay) return $"抱歉，您每天最多访问该接口{perDay}次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。";
            if (perHour > 0 && _counts.GetValueOrDefault(hour) >= perHour) return $"抱歉，您每小时最多访问该接口{perHour}次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。";
            if (perMinute > 0 && _counts.GetValueOrDefault(minute) >= perMinute) return $"抱歉，您每分钟最多访问该接口{perMinute}次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。";
            foreach ((string, long, char) window in new[] { minute, hour, day }) _counts[window] = _counts.GetValueOrDefault(window) + 1;
            return null;
        }
    }
}
