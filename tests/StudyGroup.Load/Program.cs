using System.Runtime.InteropServices;
using StudyGroup.Load;
using StudyGroup.Load.Baselines;
using StudyGroup.Persistence;

// Before anything names a type of Microsoft.Data.Sqlite.
SqliteRuntime.Touch();

if (args is [BareServer.Switch])
    return await BareServer.RunAsync();

if (LoadOptions.Parse(args, out var wrong) is not { } options)
{
    Console.Error.WriteLine(wrong);
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
void End(PosixSignalContext signal)
{
    // The run ends by itself: its server is stopped and its files are removed on the way out.
    signal.Cancel = true;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);

try
{
    return await LoadRun.RunAsync(options, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped.");
    return 130;
}
catch (LoadException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (Exception exception)
{
    // Whatever it was, the way out has stopped the server and removed the files by now.
    Console.Error.WriteLine(exception);
    return 1;
}
