using StudyGroup.Identity;

namespace StudyGroup.Administration.Commands;

/// <summary>Names a site administrator.</summary>
public sealed class CreateOwnerCommand(CreateOwnerHandler handler) : ICommand
{
    public CommandForm Form { get; } = new(
        "create-owner", "Makes an account a site administrator, and the account when there is none; prints a one-time link to set its password.",
        Value: null, MostValues: 0, new CommandOption("email", "E", IsRequired: true));

    public async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        var email = line.Required("email");
        var created = await handler.HandleAsync(new CreateOwner(email), cancellationToken);
        if (!created.Succeeded)
        {
            await terminal.ComplainAsync(created.Error.Message);
            return 1;
        }

        await terminal.SayAsync(created.Value.Existed ? $"{email} is a site administrator now." : $"There is an account {email} now, and it is a site administrator.");
        await terminal.SayAsync($"Set its password here, once, within {PasswordLinks.Lifetime.TotalDays:N0} days:");
        await terminal.SayAsync(created.Value.Link);
        return 0;
    }
}
