using StudyGroup.Administration.Seeding;

namespace StudyGroup.Administration.Commands;

/// <summary>Fills a group with made-up members, texts and comments.</summary>
public sealed class SeedCommand(SeedGroupHandler handler, TimeProvider time) : ICommand
{
    public CommandForm Form { get; } = new(
        "seed", "Fills a group, made when it is missing, with members (member1@example.org owns it), texts and comments; FILE gets one access token a line.",
        Value: null,
        MostValues: 0,
        new CommandOption("group", "SLUG", IsRequired: true),
        new CommandOption("members", "N", IsRequired: true, IsNumber: true),
        new CommandOption("readings", "N", IsRequired: true, IsNumber: true),
        new CommandOption("comments", "N", IsRequired: true, IsNumber: true),
        new CommandOption("password", "P", IsRequired: true),
        new CommandOption("tokens", "FILE"),
        new CommandOption("force"));

    public async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var request = new SeedGroup(
            line.Required("group"),
            line.Number("members"),
            line.Number("readings"),
            line.Number("comments"),
            line.Required("password"),
            line.Text("tokens"),
            line.Has("force"));
        var seeded = await handler.HandleAsync(request, (what, of) => new ProgressLine(what, of, terminal, time), cancellationToken);
        if (!seeded.Succeeded)
        {
            await terminal.ComplainAsync(seeded.Error.Message);
            return 1;
        }

        await terminal.SayAsync(
            $"{request.Members:N0} members, {request.Readings:N0} readings and {request.Comments:N0} comments are in “{request.Slug}” ({time.GetElapsedTime(started).TotalSeconds:N1} s).");
        await terminal.SayAsync("Sign in as member1@example.org (owner), member2@example.org (moderator) and so on, with the password given.");
        if (request.TokensFile is { } file)
            await terminal.SayAsync($"One access token a line, in the members' order: {Path.GetFullPath(file)}");
        return 0;
    }
}
