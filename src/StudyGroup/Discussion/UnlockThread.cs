using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A locked thread takes comments again.</summary>
public sealed record UnlockThread(Guid ThreadId, string Reason);

public sealed class UnlockThreadHandler(ThreadDecision decision)
{
    public async Task<Result> HandleAsync(UnlockThread request, CurrentMember moderator, CancellationToken cancellationToken) =>
        Errors.CheckReason(request.Reason) is { } refusal ? refusal : await decision.DecideAsync(
            request.ThreadId,
            request.ThreadId,
            new ThreadAct("thread.unlock", request.Reason, IsModerators: true),
            moderator,
            (_, thread, _) => Task.FromResult(thread.Unlock() ? null : Errors.NotLocked),
            cancellationToken);
}
