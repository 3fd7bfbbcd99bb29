using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>How a member is called, where on the clock they live, and in which language they read the pages.</summary>
public sealed record EditProfile(string DisplayName, string TimeZone, string Language);

/// <summary>Stores a member's own profile.</summary>
public sealed class EditProfileHandler(WriteTransactions transactions)
{
    /// <summary>What a member can choose from.</summary>
    public static readonly IReadOnlyList<string> Languages = [InterfaceLanguages.OfBrowser, .. InterfaceLanguages.All];

    public async Task<Result> HandleAsync(EditProfile request, CurrentMember member, CancellationToken cancellationToken)
    {
        var name = DisplayName.Check(request.DisplayName);
        if (!name.Succeeded)
            return name.Error;
        if (!TimeZones.Knows(request.TimeZone))
            return Errors.TimeZoneUnknown;
        if (!Languages.Contains(request.Language))
            return Errors.LanguageUnknown;

        try
        {
            return await transactions.RunAsync((db, ct) => EditAsync(db, member.AccountId, request with { DisplayName = name.Value }, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return Errors.NameTaken;
        }
    }

    private static async Task<Result> EditAsync(StudyGroupDbContext db, Guid accountId, EditProfile profile, CancellationToken cancellationToken)
    {
        if (await db.Accounts().SingleOrDefaultAsync(row => row.Id == accountId, cancellationToken) is not { } account)
            return Error.NotFound;

        account.DisplayName = profile.DisplayName;
        account.TimeZone = profile.TimeZone;
        account.Language = profile.Language;
        return Result.Success;
    }
}
