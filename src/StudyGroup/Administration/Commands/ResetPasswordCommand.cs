using StudyGroup.Identity;

namespace StudyGroup.Administration.Commands;

/// <summary>Lets somebody in again who cannot sign in.</summary>
public sealed class ResetPasswordCommand(ResetPasswordHandler handler) : ICommand
{
    public CommandForm Form { get; } = new(
        "reset-password", "Prints a one-time link to set a new password; the present one stands until the link is used.",
        Value: null, MostValues: 0, new CommandOption("email", "E", IsRequired: true));

    public async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        var link = await handler.HandleAsync(new ResetPassword(line.Required("email")), cancellationToken);
        if (!link.Succeeded)
        {
            await terminal.ComplainAsync(link.Error.Message);
            return 1;
        }

        await terminal.SayAsync($"A new password can be set here, once, within {PasswordLinks.Lifetime.TotalDays:N0} days:");
        await terminal.SayAsync(link.Value);
        return 0;
    }
}
