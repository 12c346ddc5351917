using AlphaKit.Benchmarks;
using BenchmarkDotNet.Running;

// --ratios [NAME…]: short in-process comparisons; --measure [NAME…]: whole jobs in seconds. Both are claims (docs/claims.md).
// --parquet JOB FILE: seconds of one job, for eng/claims/parquet_vs_duckdb.sh.
// --gru THREADS: seconds of training steps of the GRU on libtorch, for eng/claims/gru_vs_pytorch.sh.
// --operator-calls: nanoseconds of calls into libtorch, for eng/claims/operator_calls.sh.
// --network-leaks: what ten thousand training steps leave behind. --network-threads: what a second thread brings.
// --factor-operators: seconds of single operators, for eng/claims/operators_vs_peers.sh.
// --factor-file DAYS SHARES FOLDER: Parquet to 158 features to Parquet, beside the disk's own time.
// --factor-cold FILE: milliseconds from the start of the process to the 158 features; writes the file first where it is missing.
// Anything else goes to BenchmarkDotNet.
if (args is ["--ratios", .. string[] names]) return Ratios.Run(names);
if (args is ["--measure", .. string[] jobs]) return Measures.Run(jobs);
if (args is ["--parquet", string job, string file]) return await ParquetTable.Run(job, file);
if (args is ["--gru", string threads]) return GruTraining.Run(threads);
if (args is ["--operator-calls"]) return TorchCalls.Operators();
if (args is ["--network-leaks"]) return TrainingLeaks.Run();
if (args is ["--network-threads"]) return TorchCalls.Threads();
if (args is ["--factor-operators"]) return FactorOperators.Run();
if (args is ["--factor-file", string days, string shares, string folder]) return await FactorFile.Run(days, shares, folder);
if (args is ["--factor-cold", string panel]) return FactorCold.Run(panel);
BenchmarkSwitcher.FromAssembly(typeof(Ratios).Assembly).Run(args);
return 0;
