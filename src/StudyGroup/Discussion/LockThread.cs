using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Nothing can be added to the thread any more, and everybody reads who closed it and why. It stays readable.</summary>
public sealed record LockThread(Guid ThreadId, string Reason);

public sealed class LockThreadHandler(ThreadDecision decision, TimeProvider time)
{
    public async Task<Result> HandleAsync(LockThread request, CurrentMember moderator, CancellationToken cancellationToken) =>
        Errors.CheckReason(request.Reason) is { } refusal ? refusal : await decision.DecideAsync(
            request.ThreadId,
            request.ThreadId,
            new ThreadAct("thread.lock", request.Reason, IsModerators: true),
            moderator,
            (_, thread, _) => Task.FromResult(thread.Lock(request.Reason.Trim(), moderator.AccountId, time.GetUtcNow()) ? null : Errors.AlreadyLocked),
            cancellationToken);
}
