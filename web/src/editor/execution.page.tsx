import { useParams } from '@tanstack/react-router';
import { ShownExecution } from './execution/shown-execution.tsx';

/** The page of one execution. */
export default function ExecutionPage() {
  const { executionId } = useParams({ from: '/app/executions/$executionId' });
  return <ShownExecution key={executionId} id={executionId} />;
}
