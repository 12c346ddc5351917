namespace AlphaKit.Data.Tushare.Tests.Quotas;

public sealed class RefusalTests
{
    // Texts as clients have met them; all of the first kind begin with the same words, so only the middle tells them apart.
    [Theory]
    [InlineData(40203, "抱歉，您每分钟最多访问该接口500次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。", nameof(RefusalKind.Minute), 500)]
    [InlineData(40203, "抱歉，您每小时最多访问该接口1次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。", nameof(RefusalKind.Hour), 1)]
    [InlineData(40203, "抱歉，您每天最多访问该接口10次，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。", nameof(RefusalKind.Day), 10)]
    [InlineData(2002, "抱歉，您每天最多访问该接口10次", nameof(RefusalKind.Day), 10)]
    [InlineData(40203, "抱歉，您没有接口(cyq_perf)访问权限，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。", nameof(RefusalKind.Permission), 0)]
    [InlineData(40203, "抱歉，您没有访问该接口的权限", nameof(RefusalKind.Permission), 0)]
    [InlineData(40203, "积分不足", nameof(RefusalKind.Permission), 0)]
    [InlineData(2002, "没有权限", nameof(RefusalKind.Permission), 0)]
    [InlineData(2002, "系统内部错误", nameof(RefusalKind.Other), 0)]
    [InlineData(40101, "您的token不对，请确认。", nameof(RefusalKind.Token), 0)]
    [InlineData(-1, "您的token不对，请确认。", nameof(RefusalKind.Token), 0)]
    [InlineData(40204, "您的IP数量超限，最大数量为5个！", nameof(RefusalKind.Other), 0)]
    [InlineData(50101, "查询数据失败，请确认参数！", nameof(RefusalKind.Query), 0)]
    [InlineData(50101, "offset不能大于100000", nameof(RefusalKind.Ceiling), 0)]
    [InlineData(40001, "请指定正确的接口名", nameof(RefusalKind.Other), 0)]
    [InlineData(40001, "必填参数, ts_code", nameof(RefusalKind.Other), 0)]
    public void Refusals_are_told_apart_by_their_text(int code, string message, string kind, int limit)
    {
        Assert.Equal(kind, Refusal.Classify(code, message).ToString());
        Assert.Equal(limit, Refusal.StatedLimit(message));
    }
}
