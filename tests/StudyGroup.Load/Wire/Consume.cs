namespace StudyGroup.Load.Wire;

/// <summary>Takes whole records from the front of what has arrived.</summary>
/// <param name="received">Bytes not yet taken.</param>
/// <param name="at">When the last of them arrived, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp.</param>
/// <returns>How many bytes were taken.</returns>
internal delegate int Consume(ReadOnlySpan<byte> received, long at);
