using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Console;
using StudyGroup.Administration.Commands;

namespace StudyGroup.Web.Administration;

/// <summary>The program as a tool: with a command behind its name it does that with the server's services and configuration, and does not listen.</summary>
public static class ConsoleCommands
{
    public static bool Match(string[] args) => args is ["--help" or "-h", ..] || (args.Length > 0 && !args[0].StartsWith('-'));

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, string[] args)
    {
        // The output is the command's own; what the program notes about itself goes to the other side, when it matters.
        builder.Logging.AddFilter(null, LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await StartGuard.RunAsync(
            async () =>
            {
                await using var app = builder.Build();
                StartGuard.CheckGround(app.Services);
                return await app.Services.GetRequiredService<CommandTable>().RunAsync(args, Terminal.OfProcess(), stop.Token);
            },
            failed: 1);

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }
}
