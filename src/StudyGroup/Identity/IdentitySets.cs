using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>What this area stores.</summary>
public static class IdentitySets
{
    public static DbSet<Account> Accounts(this StudyGroupDbContext db) => db.Set<Account>();

    public static DbSet<SignInSession> SignInSessions(this StudyGroupDbContext db) => db.Set<SignInSession>();

    public static DbSet<AccessToken> AccessTokens(this StudyGroupDbContext db) => db.Set<AccessToken>();
}
