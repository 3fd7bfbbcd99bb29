using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using StudyGroup.Identity;
using StudyGroup.Notifications;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Seeding;

/// <summary>Fills a group with made-up members, texts and comments, as many as a test of size or speed needs.</summary>
public sealed record SeedGroup(string Slug, int Members, int Readings, int Comments, string Password, string? TokensFile, bool Force);

/// <summary>Says how far a long seed has come: what is made, how much of it, of how much.</summary>
public delegate IProgress<int> SeedProgress(string what, int of);

/// <summary>Makes a seed in parts; each batch is one transaction, and a seed that was stopped leaves whole batches.</summary>
public sealed class SeedGroupHandler(
    IDbContextFactory<StudyGroupDbContext> contexts,
    PasswordHashing hashing,
    SeedMembers members,
    SeedReadings readings,
    SeedComments comments,
    NotificationMaker notifications,
    IHostEnvironment environment)
{
    public const int Most = 10_000_000;
    public const int MostMembers = 100_000;
    public const int MostReadings = 10_000;

    /// <returns>Null when all of it is stored.</returns>
    public async Task<Result> HandleAsync(SeedGroup request, SeedProgress progress, CancellationToken cancellationToken)
    {
        if (Check(request) is { } refusal)
            return refusal;
        var hash = await hashing.HashAsync(request.Password, cancellationToken);
        if (!hash.Succeeded)
            return hash.Error;

        var group = await members.GroupAsync(request.Slug, cancellationToken);
        var people = await members.JoinAsync(group, request.Members, hash.Value, progress("members", request.Members), cancellationToken);
        if (request.TokensFile is { } file)
            await members.WriteTokensAsync(file, people, cancellationToken);
        await readings.AddAsync(group, request.Readings, progress("readings", request.Readings), cancellationToken);

        // What real comments asked for is told first; then the seed may move the position past its own.
        await notifications.CatchUpAsync(cancellationToken);
        await comments.AddAsync(group, people, request.Comments, progress("comments", request.Comments), cancellationToken);

        // Both engines plan their queries by what they know of the tables, and they know nothing of so many new rows.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"ANALYZE", cancellationToken);
        return Result.Success;
    }

    private Error? Check(SeedGroup request) =>
        environment.IsProduction() && !request.Force ? Errors.NotInProduction
        : Slug.From(request.Slug, "") != request.Slug ? Errors.SlugUnusable
        : request.Members is < 1 or > MostMembers ? Errors.OutOfRange("members", 1, MostMembers)
        : request.Readings > MostReadings ? Errors.OutOfRange("readings", 0, MostReadings)
        : request.Comments > Most ? Errors.OutOfRange("comments", 0, Most)
        : PasswordRules.Check(request.Password).Error;
}
