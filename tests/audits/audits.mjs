// Runs the audits of the GraphQL-over-HTTP reference implementation against the address given, and
// prints one JSON list: id, name, status (ok, notice, warn, error), and the reason where it is not ok.
import { serverAudits } from "graphql-http";

const [url] = process.argv.slice(2);
const results = [];
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const { status, reason } = await audit.fn();
  results.push({ id: audit.id, name: audit.name, status, reason });
}
console.log(JSON.stringify(results));
