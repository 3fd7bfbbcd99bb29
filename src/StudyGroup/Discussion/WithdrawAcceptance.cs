using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>The question is open again: no comment of it is accepted any more.</summary>
public sealed record WithdrawAcceptance(Guid ThreadId);

public sealed class WithdrawAcceptanceHandler(ThreadDecision decision)
{
    /// <summary>Where nothing is accepted, nothing changes.</summary>
    public Task<Result> HandleAsync(WithdrawAcceptance request, CurrentMember member, CancellationToken cancellationToken) => decision.DecideAsync(
        request.ThreadId,
        request.ThreadId,
        act: null,
        member,
        (_, thread, _) => Task.FromResult(thread.Withdraw() ? null : Errors.Unchanged),
        cancellationToken);
}
