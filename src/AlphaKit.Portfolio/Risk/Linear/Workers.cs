using System.Runtime.ExceptionServices;

namespace AlphaKit.Portfolio;

/// <summary>Runs independent pieces of work on some threads. Of several failures the one of the lowest piece is thrown, as it is, so that failures do not depend on scheduling.</summary>
internal static class Workers
{
    /// <summary>Calls <paramref name="work"/> for 0 … count − 1, each worker with its own scratch object.</summary>
    public static void Run<TScratch>(int count, int threads, Func<TScratch> scratch, Action<int, TScratch> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (count <= 0) return;
        int workers = Math.Min(threads, count), next = -1;
        Exception?[] failures = new Exception?[count];
        bool failed = false;
        if (workers == 1) Loop();
        else Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => Loop());
        Exception? first = Array.Find(failures, f => f is not null);
        if (first is not null) ExceptionDispatchInfo.Throw(first);
        cancellationToken.ThrowIfCancellationRequested();

        void Loop()
        {
            TScratch own = scratch();
            while (!Volatile.Read(ref failed) && !cancellationToken.IsCancellationRequested)
            {
                // Pieces are handed out in order, so every piece before a failing one has been started and is finished.
                int piece = Interlocked.Increment(ref next);
                if (piece >= count) return;
                try
                {
                    work(piece, own);
                }
                catch (Exception failure)
                {
                    failures[piece] = failure;
                    Volatile.Write(ref failed, true);
                }
            }
        }
    }
}
