"""Answers the queries that `wandb.Api().run(...)` sends, as one run: what stands in for a service that cannot be asked here.

usage: wandb_service.py PORT

Its answers have the fields that the client's own query names. The metrics are those that a service would hold: NaN and
infinity as text, as W&B writes them into JSON, and one metric with a summary of its own (`define_metric`).
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

SUMMARY = {
    "val/auc": {"max": 0.91},
    "val/accuracy": 0.8758,
    "val/loss": "NaN",
    "test/ratio": "Infinity",
    "_step": 99,
    "_runtime": 42.5,
    "_timestamp": 1700000000.25,
}
RUN = {
    "id": "UnVuOnYxOjFhMmIzYzpmcmF1ZDphY21l",
    "name": "1a2b3c",
    "displayName": "fraud 7",
    "sweepName": None,
    "state": "finished",
    "tags": ["candidate"],
    "group": None,
    "jobType": None,
    "commit": "4f1c2e9" + "0" * 33,
    "readOnly": False,
    "createdAt": "2026-11-20T08:00:00Z",
    "heartbeatAt": "2026-11-20T08:10:00Z",
    "description": "",
    "notes": None,
    "historyLineCount": 100,
    "user": {"name": "Kim", "username": "kim"},
    "projectId": "7",
    "internalId": "UnVuOjc=",
    "historyKeys": {"keys": {}, "lastStep": 99},
    "config": json.dumps({"depth": {"value": 6}, "_wandb": {"value": {"cli_version": "0.31.0"}}}),
    "summaryMetrics": json.dumps(SUMMARY),
    "systemMetrics": "{}",
}
DATA = {
    "viewer": {"id": "u", "username": "kim", "entity": "acme", "flags": "{}", "teams": {"edges": []}, "apiKeys": {"edges": []}},
    "serverInfo": {"cliVersionInfo": {}, "features": [], "latestLocalVersionInfo": None},
    "project": {"id": "p", "internalId": "p", "name": "fraud", "run": RUN},
}


class Service(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("content-length", 0)))
        body = json.dumps({"data": DATA}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST

    def log_message(self, *arguments):
        pass


HTTPServer(("127.0.0.1", int(sys.argv[1])), Service).serve_forever()
