using System.Runtime.ExceptionServices;

namespace AlphaKit.Factors;

/// <summary>The workers of a run. Items are handed out by one counter; nothing depends on which worker takes which.</summary>
internal sealed class Crew : IDisposable
{
    private readonly Worker[] _workers;

    public Crew(int threads, Frame frame, Plan plan, int columns)
    {
        _workers = new Worker[threads];
        for (int k = 0; k < threads; k++) _workers[k] = new Worker(frame, plan, columns);
    }

    /// <summary>Does all items, or stops when told to.</summary>
    public void Each(int items, Action<Worker, int> body, CancellationToken cancellationToken)
    {
        int next = -1;
        if (_workers.Length == 1 || items == 1)
        {
            for (int i = 0; i < items && !cancellationToken.IsCancellationRequested; i++) body(_workers[0], i);
        }
        else if (items > 0)
        {
            try
            {
                Parallel.For(0, _workers.Length, new ParallelOptions { MaxDegreeOfParallelism = _workers.Length }, w =>
                {
                    for (int i; (i = Interlocked.Increment(ref next)) < items && !cancellationToken.IsCancellationRequested;) body(_workers[w], i);
                });
            }
            catch (AggregateException failure)
            {
                ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        foreach (Worker worker in _workers) worker.Dispose();
    }
}
