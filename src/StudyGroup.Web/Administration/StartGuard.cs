using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using StudyGroup.Administration;
using StudyGroup.Persistence;

namespace StudyGroup.Web.Administration;

/// <summary>Ends the program with a sentence and an exit code where the machine, and not the program, is at fault: a taken port, a folder that cannot be written, a newer database.</summary>
public static class StartGuard
{
    private const int Failed = 1;

    /// <summary>The host writes a start's fault into the log with its trace before the guard sees it; the guard's sentence is enough.</summary>
    public static void ExpectSentences(this ILoggingBuilder logging) =>
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Information && level != LogLevel.Error);

    /// <summary>Checks the configuration and the data directory, and makes the database ready.</summary>
    /// <returns>The exit code when that cannot be done; null when the server may start.</returns>
    public static Task<int?> OpenAsync(WebApplication app) => RunAsync<int?>(
        async () =>
        {
            CheckGround(app.Services);
            var started = await app.Services.GetRequiredService<DatabaseStart>().RunAsync(app.Lifetime.ApplicationStopping);
            if (started.Succeeded)
                return null;

            await Console.Error.WriteLineAsync(started.Error.Message);
            return Failed;
        },
        Failed);

    /// <summary>Serves until the program is told to stop.</summary>
    public static Task<int> ServeAsync(WebApplication app) => RunAsync(
        async () =>
        {
            await using (app)
            {
                await StartAsync(app);
                await app.WaitForShutdownAsync();
            }

            return 0;
        },
        Failed);

    // What has begun is stopped in order; thrown away in the middle it would complain into the log.
    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    /// <summary>Runs a part of the program; a fault that can be told in a sentence is, and <paramref name="failed"/> is the answer.</summary>
    internal static async Task<T> RunAsync<T>(Func<Task<T>> part, T failed)
    {
        try
        {
            return await part();
        }
        catch (Exception exception) when (SentenceOf(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return failed;
        }
    }

    /// <summary>What everything else stands on: told here, before the first service trips over it.</summary>
    internal static void CheckGround(IServiceProvider services)
    {
        services.GetService<IStartupValidator>()?.Validate();
        try
        {
            var probe = Path.Combine(services.GetRequiredService<DataDirectory>().Path, $".probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The data directory (Data:Directory) cannot be made or written: {exception.Message}", exception);
        }
    }

    private static string? SentenceOf(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } => $"{exception.Message} Another server is probably running: stop that one, or choose another address with --urls.",
        _ => Faults.SentenceOf(exception),
    };
}
