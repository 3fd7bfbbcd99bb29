using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>
/// Hashes and checks passwords, one at a time with a short queue: a slow hash is a lever for whoever wants to keep the machine busy.
/// An account that does not exist costs the same time as one that does.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    private const int Iterations = 210_000;

    private readonly PasswordHasher<PasswordHashing> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly ConcurrencyLimiter turns;
    private readonly Lazy<string> nobodys;

    public PasswordHashing(IOptions<LimitOptions> limits)
    {
        turns = new ConcurrencyLimiter(new()
        {
            PermitLimit = 1,
            QueueLimit = limits.Value.PasswordsWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        nobodys = new Lazy<string>(() => hasher.HashPassword(this, Secret.New(16)));
    }

    public async Task<Result<string>> HashAsync(string password, CancellationToken cancellationToken)
    {
        using var turn = await turns.AcquireAsync(1, cancellationToken);
        return turn.IsAcquired ? hasher.HashPassword(this, password) : Errors.Busy;
    }

    /// <param name="hash">What is stored, or null when there is no such account or it has no password: the answer is no then, after the same work.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Result<bool>> MatchesAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        using var turn = await turns.AcquireAsync(1, cancellationToken);
        if (!turn.IsAcquired)
            return Errors.Busy;

        // Asked for in every case: whoever comes first pays for making it, known or not.
        var standIn = nobodys.Value;
        var answer = hasher.VerifyHashedPassword(this, hash ?? standIn, password);
        return hash is not null && answer != PasswordVerificationResult.Failed;
    }

    public void Dispose() => turns.Dispose();
}
