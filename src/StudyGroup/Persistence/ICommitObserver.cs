namespace StudyGroup.Persistence;

/// <summary>Is told after each commit of a <see cref="WriteTransactions"/> run; the event log wakes its tail with it. Must not block or throw.</summary>
public interface ICommitObserver
{
    /// <param name="db">The context that was saved, to see what it holds; it ends after the call.</param>
    void Committed(StudyGroupDbContext db);
}
