namespace AlphaKit.Data.Tushare;

/// <summary>One reply of the service, read.</summary>
/// <param name="Code">0 for success.</param>
/// <param name="Message">What the service says about a failure.</param>
/// <param name="HasMore">What the service says about further rows; not reliable everywhere.</param>
/// <param name="Rows">The rows; null on failure.</param>
/// <param name="Delivered">Rows of the reply, those set aside included.</param>
internal sealed record TushareReply(int Code, string Message, bool HasMore, TushareBatch? Rows, int Delivered);
